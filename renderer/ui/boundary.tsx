import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Trouble } from './trouble.tsx';

type BoundaryProps = { readonly what: string; readonly children: ReactNode };
type BoundaryState = { readonly error: Error | null };

/** Keeps the rest of the window alive when one part fails. React knows no other form of this than a class. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // oxlint-disable-next-line no-console
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <Trouble
        title={`This part of the window failed: ${this.props.what}`}
        words="Your library is not touched by this. The rest of the window goes on."
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}
