import { type KeyboardEvent, useId, useState } from 'react';
import { isComposing } from '#components/ui/keys.ts';
import { i18n } from '#i18n';
import { matching, type PhraseChoice } from './phrase-choices.ts';

/**
 * The list below a field that begins with `/`, as a combobox: the caret stays in the field, arrow keys move, Enter
 * takes, Esc closes it and leaves what was typed.
 */
export function usePhraseList(
  value: string,
  choices: readonly PhraseChoice[],
  onPick: (choice: PhraseChoice) => void,
) {
  const id = useId();
  const [given, setGiven] = useState('');
  const [active, setActive] = useState(0);
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    setLastValue(value);
    setActive(0);
    setGiven('');
  }
  const asks = value.startsWith('/') && !value.includes('\n') && given !== value;
  const found = asks ? matching(choices, value.slice(1)) : [];
  const open = found.length > 0;

  function onKeyDown(event: KeyboardEvent): void {
    if (!open || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = found[active];
    if (step !== undefined) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter' && choice) onPick(choice);
    else if (event.key === 'Escape') setGiven(value);
    else return;
    event.preventDefault();
  }

  return {
    onKeyDown,
    fieldProps: open
      ? ({
          'aria-controls': id,
          'aria-activedescendant': `${id}-${active}`,
          'aria-autocomplete': 'list',
        } as const)
      : {},
    list: open && (
      <div id={id} role="listbox" aria-label={i18n.t('composer.phrases.title')} className="phrases">
        {found.map((choice, index) => (
          <div
            key={choice.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            ref={element => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            aria-selected={index === active}
            dir="auto"
            onPointerDown={event => {
              // Keep the caret in the field.
              event.preventDefault();
              onPick(choice);
            }}
          >
            {choice.template && <span className="badge">{i18n.t('composer.phrases.template')}</span>}
            {choice.text}
          </div>
        ))}
      </div>
    ),
  };
}
