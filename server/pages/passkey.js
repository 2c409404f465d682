/**
 * The one script of the server's pages: asks the browser for a passkey and puts its answer into the form of the page.
 * The form says by data-passkey what to do: `get` (sign in) or `create`; data-options are the server's WebAuthn options.
 */
const form = document.querySelector('form[data-passkey]');
if (form) {
  const options = JSON.parse(form.dataset.options);
  const api = navigator.credentials;
  async function ask() {
    const credential =
      form.dataset.passkey === 'create'
        ? await api.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await api.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    if (!credential) return;
    form.elements.namedItem('credential').value = JSON.stringify(credential.toJSON());
    form.submit();
  }
  // Refused, cancelled, or a browser that wants a press of a button first: the button is there.
  const quietly = () => ask().catch(() => form.querySelector('button')?.focus());
  form.addEventListener('submit', event => {
    if (form.elements.namedItem('credential').value !== '') return;
    event.preventDefault();
    void quietly();
  });
  void quietly();
}
