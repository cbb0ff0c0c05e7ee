import { Component, type ReactNode } from 'react';

/** Shows something else when its children can't be had, e.g. because their part of the page could not be loaded. */
export class Fallback extends Component<{ readonly instead: ReactNode; readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
