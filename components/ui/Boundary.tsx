import { Component, type ErrorInfo, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { isStoreClosed } from '#lib/store/errors.ts';
import { CopyButton } from './CopyButton.tsx';

interface Props {
  /** What could not be shown: one of several things, one of the views, or the whole page. */
  part: 'thing' | 'view' | 'page';
  /** What is shown. When it changes, rendering is tried again. */
  of?: unknown;
  children: ReactNode;
}

interface State {
  error: unknown;
  /** The component stack. */
  where: string;
}

const WELL: State = { error: undefined, where: '' };

/** Contains a rendering error: says what could not be shown, and offers to try again. */
export class Boundary extends Component<Props, State> {
  override state: State = WELL;

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: thrown ?? new Error('Nothing was thrown.') };
  }

  override componentDidCatch(thrown: unknown, { componentStack }: ErrorInfo): void {
    console.error('[sideline] could not be shown:', thrown, componentStack);
    this.setState({ where: componentStack ?? '' });
  }

  override componentDidUpdate({ of }: Props): void {
    if (of !== this.props.of && this.state.error !== undefined) this.setState(WELL);
  }

  override render(): ReactNode {
    const { error, where } = this.state;
    if (error === undefined) return this.props.children;
    const sentence = isStoreClosed(error)
      ? i18n.t('broken.store')
      : {
          thing: i18n.t('broken.thing'),
          view: i18n.t('broken.view'),
          page: i18n.t('broken.page'),
        }[this.props.part];
    return (
      <div className="banner warn stack tight" role="alert" data-testid="broken">
        <p>{sentence}</p>
        <div className="row wrap">
          <button type="button" className="button" onClick={() => this.setState(WELL)}>
            {i18n.t('broken.again')}
          </button>
          <CopyButton label={i18n.t('broken.copy')} text={() => detailsOf(error, where)} />
        </div>
      </div>
    );
  }
}

function detailsOf(error: unknown, where: string): string {
  return error instanceof Error ? `${error.stack ?? error.message}\n${where}` : `${String(error)}\n${where}`;
}
