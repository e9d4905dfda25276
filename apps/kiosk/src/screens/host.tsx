import { isEnoughToSearch } from '../ask.ts';
import { headingOf, officeWords } from '../heading.ts';
import type { QuestionState } from '../state.ts';
import { Choices } from './choices.tsx';
import { MistakeAt } from './mistakes.tsx';
import { QuestionForm } from './question.tsx';
import type { Shown } from './shown.ts';
import { TextInput } from './text-field.tsx';

/** Whom the visitor wants to see: found by a few letters, chosen by a tap. */
export function HostScreen(shown: Shown<QuestionState>) {
  const { state, words } = shown;
  return (
    <QuestionForm {...shown}>
      <div class="field">
        <h1>
          <label for="search">{headingOf(state)}</label>
        </h1>
        <p id="search-hint">{words.searchHint}</p>
        <MistakeAt field="search" mistakes={state.mistakes} words={words} />
        <TextInput {...shown} field="search" hint="search-hint" />
      </div>
      <Found {...shown} />
    </QuestionForm>
  );
}

function Found({ state, send, words }: Shown<QuestionState>) {
  const { answers, hosts } = state;
  const search = answers.search.trim();
  const isAsked = isEnoughToSearch(search);
  const isAnswered = isAsked && hosts.search === search;
  // While somebody goes on typing, the last answer stays: it is still true, and nothing jumps.
  const found = isAsked && hosts.found !== 'unanswered' ? hosts.found : [];
  const choices = found.map((host) => ({
    id: host.id,
    label: host.name,
    isChosen: host.id === answers.host?.id,
    choose: () => send({ type: 'chooseHost', host }),
  }));
  return (
    <div class="found">
      <div role="status">
        {isAsked && !isAnswered && <p class="after-a-second">{words.searching}</p>}
        {isAnswered && hosts.found === 'unanswered' && <p>{words.searchUnanswered}</p>}
        {isAnswered && hosts.found.length === 0 && (
          <>
            <p>{words.nobodyFound}</p>
            <p>{officeWords(state).pleaseSeeStaff}</p>
          </>
        )}
        {isAnswered && found.length > 0 && <p>{words.hostsFound(found.length)}</p>}
      </div>
      {isAnswered && hosts.found === 'unanswered' && (
        <button type="button" onClick={() => send({ type: 'searchAgain' })}>
          {words.searchAgain}
        </button>
      )}
      {choices.length > 0 && <Choices choices={choices} />}
    </div>
  );
}
