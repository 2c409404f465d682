"""Fills a fresh Tryton database: one company, one customer, one salesperson, two opportunities.

Usage: tryton-seed.py <trytond.conf> <database>
"""

import sys
from decimal import Decimal

from proteus import Model, config

settings = config.set_trytond(sys.argv[2], config_file=sys.argv[1])
Party, Employee, User = map(Model.get, ("party.party", "company.employee", "res.user"))

euro = Model.get("currency.currency")(
    name="Euro", code="EUR", symbol="€", rounding=Decimal("0.01"), digits=2
)
euro.save()


def party(name):
    made = Party(name=name)
    made.save()
    return made


def change_user(**values):
    """Changes the signed-in user and takes the preferences that follow from it."""
    user = User(settings.user)
    for field, value in values.items():
        if field.endswith("s"):
            getattr(user, field).append(value)
        else:
            setattr(user, field, value)
    user.save()
    settings._context = User.get_preferences(True, settings.context)


company = Model.get("company.company")(party=party("Northwind Tools"), currency=euro)
company.save()
change_user(companies=company, company=company)

seller = Employee(party=party("Jonas Petersen"), company=company)
seller.save()
change_user(employees=seller, employee=seller)

customer = party("Hollenkamp Logistik GmbH")
Opportunity = Model.get("sale.opportunity")
for description, amount, comment in (
    (
        "Route planning rollout, three depots",
        "86000",
        "Second demo ran long: 25 of 45 minutes on the map layer, although Katharina had asked twice"
        " about driver onboarding.\nNext step: send the onboarding plan.",
    ),
    (
        "Yearly service contract",
        "12400",
        "Customer went silent after the price sheet. Call back in the week of the fair.",
    ),
):
    Opportunity(
        party=customer,
        description=description,
        amount=Decimal(amount),
        employee=seller,
        comment=comment,
    ).save()
