import type { ComponentChildren } from 'preact';
import { languages } from '../state.ts';
import { words as allWords } from '../words/index.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { Shown } from './shown.ts';
import { WarningDialog } from './warning-dialog.tsx';

/** Around every page: whose kiosk it is above; below, always in the same place and within reach, language and help. */
export function Frame({ children, ...shown }: Shown & { readonly children: ComponentChildren }) {
  const { state, send, words } = shown;
  return (
    <>
      <div class="frame">
        <header>{'welcome' in state && <p>{state.welcome.office}</p>}</header>
        <main>{children}</main>
        <footer>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be a heading that nobody needs to see */}
          <div class="languages" role="group" aria-label={words.languageChoice}>
            {languages.map((language) => (
              <button
                key={language}
                type="button"
                lang={language}
                aria-pressed={state.language === language}
                onClick={() => send({ type: 'speak', language })}
              >
                {allWords[language].name}
              </button>
            ))}
          </div>
          <button type="button" onClick={() => send({ type: 'askForHelp' })}>
            {words.needHelp}
          </button>
        </footer>
      </div>
      {state.over === 'help' && <HelpDialog {...shown} />}
      {state.over === 'warning' && <WarningDialog {...shown} />}
    </>
  );
}
