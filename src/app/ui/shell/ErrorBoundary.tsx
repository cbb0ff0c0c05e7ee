import { Component, type ReactNode } from 'react';
import { messages } from '../../i18n/messages.ts';
import { Button } from '../kit/Button.tsx';
import css from './ErrorBoundary.module.css';

/** A fault of the page itself: says so, keeps what was typed, offers the way back. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const m = messages();
    return (
      <div className={css['box']} role="alert">
        <h1>{m.failure.page}</h1>
        <pre>{`${error.name}: ${error.message}`}</pre>
        <Button look="primary" onClick={() => location.reload()}>
          {m.failure.reload}
        </Button>
      </div>
    );
  }
}
