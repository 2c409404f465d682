import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type SignInProblem, signIn, type WaitingForApproval } from '#lib/actions/membership.ts';
import { loadPolicy, onPolicyChange } from '#lib/device/policy.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  /** On the first page, which says by itself what it is like without a team. */
  first?: boolean;
}

/** Connects to a server with the device flow: the person signs in on the server's own page, never here. */
export function SignIn({ db, identity, first = false }: Props) {
  const id = useId();
  const [server, setServer] = useState(identity.server ?? '');
  const [isSet, setIsSet] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      const policy = await loadPolicy();
      if (gone.signal.aborted) return;
      setIsSet(policy.server !== undefined);
      if (policy.server !== undefined) setServer(policy.server);
    };
    void look();
    onPolicyChange(look, gone.signal);
    return () => gone.abort();
  }, []);
  const [waiting, setWaiting] = useState<WaitingForApproval | undefined>();
  const [problem, setProblem] = useState<SignInProblem | undefined>();
  const [busy, setBusy] = useState(false);
  const attempt = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => attempt.current?.abort(), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    attempt.current?.abort();
    const mine = new AbortController();
    attempt.current = mine;
    setBusy(true);
    setProblem(undefined);
    const found = await signIn(db, server, setWaiting, mine.signal);
    if (mine.signal.aborted) return;
    setBusy(false);
    setWaiting(undefined);
    setProblem(found);
  }

  function cancel(): void {
    attempt.current?.abort();
    setBusy(false);
    setWaiting(undefined);
  }

  return (
    <form className="stack" onSubmit={submit}>
      {!identity.server && !first && <p>{i18n.t('options.soloNow')}</p>}
      <div className="field">
        <label htmlFor={id}>{i18n.t('options.server')}</label>
        <input
          id={id}
          className="input"
          type="text"
          inputMode="url"
          autoComplete="url"
          placeholder="https://sideline.example.com"
          value={server}
          disabled={busy}
          readOnly={isSet}
          aria-describedby={`${id}-hint`}
          onChange={event => setServer(event.target.value)}
        />
        <span id={`${id}-hint`} className="hint">
          {isSet ? i18n.t('sites.serverByAdmin') : i18n.t('options.startWorkspace')}
        </span>
      </div>
      <div aria-live="polite" className="stack">
        {problem && (
          <p className="banner warn" data-testid="sign-in-problem">
            {problemLabel(problem)}
          </p>
        )}
        {waiting && (
          <div className="banner stack">
            <p>{i18n.t('options.approve')}</p>
            <p className="code" data-testid="user-code">
              {asShown(waiting.userCode)}
            </p>
            <div className="row wrap">
              <button
                type="button"
                className="button"
                onClick={() => void browser.tabs.create({ url: waiting.verificationUrl })}
              >
                {i18n.t('options.openApprove')}
              </button>
              <button type="button" className="button quiet" onClick={cancel}>
                {i18n.t('options.cancel')}
              </button>
            </div>
          </div>
        )}
      </div>
      {!waiting && (
        <div>
          <button type="submit" className="button primary" disabled={busy || server.trim() === ''}>
            {busy ? i18n.t('options.connecting') : i18n.t('options.connect')}
          </button>
        </div>
      )}
    </form>
  );
}

/** As the server's page shows it, so that the two can be compared at a glance. */
function asShown(code: string): string {
  return /^[A-Z0-9]{8}$/i.test(code) ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}

function problemLabel(problem: SignInProblem): string {
  switch (problem.kind) {
    case 'not-address':
      return i18n.t('options.notAddress');
    case 'http-refused':
      return i18n.t('options.httpRefused');
    case 'unreachable':
      return i18n.t('options.unreachable');
    case 'not-sideline':
      return i18n.t('options.notSideline');
    case 'denied':
      return i18n.t('options.denied');
    case 'expired':
      return i18n.t('options.expired');
    case 'other':
      return i18n.t('sidebar.serverTrouble', [problem.message]);
  }
}
