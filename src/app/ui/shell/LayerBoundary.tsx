import { Component, type ReactNode } from 'react';
import { isLoadFailure } from '../../world/load-failure.ts';
import { useSession } from '../../world/session.ts';

interface Props {
  readonly children: ReactNode;
  /** Closes what lies over the page. */
  readonly onClose: () => void;
}

/** What lies over the page (a dialog, a menu) and meets an error is closed, and that is said; the page behind it goes on. */
export class LayerBoundary extends Component<Props, { readonly failed: boolean }> {
  override state: { readonly failed: boolean } = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    // What could not be loaded has been said already.
    if (!isLoadFailure(error)) useSession.setState({ alarm: { kind: 'panel', detail: String(error) } });
    this.props.onClose();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
