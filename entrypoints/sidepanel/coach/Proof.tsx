import { browser } from 'wxt/browser';
import { nameOf, relativeTime } from '#components/notes/people.ts';
import { i18n } from '#i18n';
import type { Evidence } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import { contextWord, evidenceWord } from './words.ts';

/** A raster picture in the record itself. Nothing is fetched, and no picture can hold a script. */
const PICTURE = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/;

/** One piece of proof: its picture, its links, its words. Written by somebody else: text and pictures, never markup. */
export function Proof({ proof, identity, now }: { proof: Evidence; identity: Identity; now: number }) {
  const { kind, context, text, picture, link, before, after, artifact } = proof.body;
  const name = nameOf(identity, proof.authorId);
  const links: [string | undefined, string][] = [
    [link, i18n.t('coach.openLink')],
    [before, i18n.t('coach.openBefore')],
    [after, i18n.t('coach.openAfter')],
    [artifact?.url, i18n.t('coach.openWhere')],
  ];
  return (
    <figure className="proof" data-proof={kind}>
      <figcaption className="hint">
        {i18n.t('coach.proofBy', [evidenceWord(kind), name, relativeTime(proof.createdAt, now)])}
        {' · '}
        {contextWord(context)}
      </figcaption>
      {picture && PICTURE.test(picture) && <img src={picture} alt={i18n.t('coach.pictureBy', [name])} />}
      {text && <p dir="auto">{text}</p>}
      <div className="row wrap">
        {links.map(([url, label]) => url && <WebLink key={label} url={url} label={label} />)}
      </div>
    </figure>
  );
}

/** Opens a web address; what is none is shown as the text that it is. */
function WebLink({ url, label }: { url: string; label: string }) {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) {
    return (
      <span className="hint clip" dir="auto">
        {url}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="button quiet"
      title={url}
      onClick={() => void browser.tabs.create({ url: address.href })}
    >
      {label} <span dir="ltr">({address.hostname})</span>
    </button>
  );
}
