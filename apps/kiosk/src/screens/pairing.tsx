import { headingOf } from '../heading.ts';
import type { PairingState } from '../state.ts';
import { MistakeAt, MistakeSummary, mistakenAttributes } from './mistakes.tsx';
import type { Shown } from './shown.ts';

/** A device that is not in use: first what a visitor needs to know, then what whoever works here can do. */
export function PairingScreen(shown: Shown<PairingState>) {
  const { state, words } = shown;
  return (
    <div class="pairing">
      <h1 tabIndex={-1}>{headingOf(state)}</h1>
      <p class="calm">{words.pleaseSeeReception}</p>
      <CodeForm {...shown} />
      {state.isDemo && <Demo {...shown} />}
    </div>
  );
}

function CodeForm({ state, send, words }: Shown<PairingState>) {
  const submit = (event: globalThis.Event) => {
    event.preventDefault();
    send({ type: 'continue' });
  };
  return (
    <form noValidate autocomplete="off" onSubmit={submit}>
      {state.isDisplay && <p>{words.isDisplay}</p>}
      <MistakeSummary mistakes={state.mistakes} words={words} />
      <div class="field">
        <label for="code">{words.pairingCode}</label>
        <p id="code-hint">{words.pairingHint}</p>
        <MistakeAt field="code" mistakes={state.mistakes} words={words} />
        <CodeInput state={state} send={send} />
      </div>
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={state.wants !== 'nothing'}>
          {words.pair}
        </button>
      </div>
    </form>
  );
}

/** Capitals come from the keyboard where it can, and are shown all the same where it cannot. */
const CodeInput = ({ state, send }: Pick<Shown<PairingState>, 'state' | 'send'>) => (
  <input
    id="code"
    type="text"
    inputMode="text"
    maxLength={40}
    value={state.code}
    onInput={({ currentTarget }) => send({ type: 'typeCode', text: currentTarget.value })}
    autocomplete="off"
    autocorrect="off"
    autocapitalize="characters"
    spellcheck={false}
    {...mistakenAttributes('code', state.mistakes, 'code-hint')}
  />
);

const Demo = ({ send, words }: Shown<PairingState>) => (
  <div class="demo">
    <p>{words.isDemo}</p>
    <div class="actions">
      <button type="button" onClick={() => send({ type: 'tryDemo' })}>
        {words.tryDemo}
      </button>
    </div>
  </div>
);
