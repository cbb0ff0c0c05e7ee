import { Component, type ReactNode } from 'react';
import { messages } from '../../i18n/messages.ts';
import { isLoadFailure } from '../../world/load-failure.ts';
import { useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import css from './PanelBoundary.module.css';

interface Props {
  /** What the panel is called, in the page's language. */
  readonly name: string;
  readonly children: ReactNode;
}

/** After this many wall milliseconds a panel that met an error is drawn anew. */
const AGAIN_MS = 300;
/** A panel that fails again within this time is not drawn anew by itself. */
const SETTLED_MS = 10_000;

/**
 * One panel's errors stay its own: it says so and is drawn anew, by itself at first, then when somebody asks for it. The
 * rest of the page, and the run, go on.
 */
export class PanelBoundary extends Component<Props, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };
  private failedAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error): void {
    const now = performance.now();
    const again = now - this.failedAt > SETTLED_MS;
    this.failedAt = now;
    if (isLoadFailure(error) || !again) return;
    useSession.setState({ alarm: { kind: 'panel', detail: `${this.props.name}: ${error.name}: ${error.message}` } });
    this.timer = setTimeout(this.retry, AGAIN_MS);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const m = messages();
    return (
      <div className={css['box']} role="alert">
        <p>{isLoadFailure(error) ? m.failure.notLoaded : m.failure.panelFailed(this.props.name)}</p>
        <code>{`${error.name}: ${error.message}`}</code>
        <div className={css['buttons']}>
          {!isLoadFailure(error) && <Button onClick={this.retry}>{m.failure.panelAgain}</Button>}
          <Button onClick={() => location.reload()}>{m.failure.reload}</Button>
        </div>
      </div>
    );
  }

  private readonly retry = (): void => this.setState({ error: undefined });
}
