import { Component, type ReactNode } from 'react';
import { language, words } from '../language.ts';

interface Props {
  readonly children: ReactNode;
}

/** Instead of a blank screen when drawing fails: what happened, and the way on. React asks for a class here. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const { chrome } = words[language()];
    return (
      <main role="alert">
        <h1>{chrome.crashed}</h1>
        <p>{chrome.crashedHelp}</p>
        <button type="button" onClick={() => location.reload()}>
          {chrome.reload}
        </button>
      </main>
    );
  }
}
