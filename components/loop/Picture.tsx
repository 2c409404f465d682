import { useRef } from 'react';
import { i18n } from '#i18n';

/** Allows only formats that cannot contain a script, because pictures come from other people's devices. */
export function isPicture(url: string | undefined): url is string {
  return url !== undefined && /^data:image\/(webp|jpeg|png);base64,[A-Za-z0-9+/=]+$/.test(url);
}

/** A small picture that opens at its full size. Escape or a click closes it. */
export function Picture({ url }: { url: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="button picture"
        aria-label={i18n.t('note.proof.enlarge')}
        onClick={() => dialog.current?.showModal()}
      >
        <img src={url} alt="" />
      </button>
      <dialog ref={dialog} className="picture" aria-label={i18n.t('note.proof.picture')}>
        <form method="dialog">
          <button type="submit" className="button">
            {i18n.t('composer.close')}
          </button>
        </form>
        <img src={url} alt={i18n.t('note.proof.picture')} />
      </dialog>
    </>
  );
}
