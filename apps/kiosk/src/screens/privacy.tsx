import { headingOf, officeWords } from '../heading.ts';
import type { QuestionState } from '../state.ts';
import { QuestionForm } from './question.tsx';
import type { Shown } from './shown.ts';

/** What the office keeps and what for; until this is continued, nothing that was typed about the visitor has left the kiosk. */
export const PrivacyScreen = (shown: Shown<QuestionState>) => (
  <QuestionForm {...shown} goOn={shown.words.send}>
    <h1 tabIndex={-1}>{headingOf(shown.state)}</h1>
    <p class="reading">{officeWords(shown.state).privacyNotice}</p>
  </QuestionForm>
);
