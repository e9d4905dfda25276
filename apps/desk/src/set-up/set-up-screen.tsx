import { useState } from 'react';
import { type Answered, api, type WhoAmI } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { useTrying } from '../sending.ts';
import { Doorway } from '../sign-in/doorway.tsx';
import { useCameByLink } from '../sign-in/links/came-by-link.ts';
import { LinkPage, NoLink } from '../sign-in/links/link-page.tsx';
import { type FirstPerson, OwnerAccount } from '../sign-in/links/owner-account.tsx';
import { type Draft, draftOf, type Kind, wishOf } from './draft.ts';
import { OfficeStep } from './office-step.tsx';
import { PeopleStep } from './people-step.tsx';

/** First start, by the link that the terminal shows: what kind of office, where and when, who, and its owner. */
export const SetUpScreen = () => <LinkPage>{(secret) => <SetUp key={secret} secret={secret} />}</LinkPage>;

const steps = ['kind', 'office', 'people', 'owner'] as const;
type Step = (typeof steps)[number];

function SetUp({ secret }: { readonly secret: string }) {
  const t = words[useLanguage()];
  const { data, problem, reload } = useLoaded((_signal) => api.call('POST /set-up/look', { secret }), secret);
  if (problem?.code === 'link_over') return <NoLink title={t.setUp.over} text={t.setUp.overHelp} />;
  if (!data)
    return (
      <Doorway title={t.setUp.title}>
        {problem ? <ProblemNotice problem={problem} busy={false} again={reload} /> : <p>{t.chrome.loading}</p>}
      </Doorway>
    );
  return <Wizard secret={secret} kinds={data.kinds} />;
}

function Wizard({ secret, kinds }: { readonly secret: string; readonly kinds: readonly Kind[] }) {
  const language = useLanguage();
  const t = words[language];
  const [step, setStep] = useState<Step>('kind');
  const [draft, setDraft] = useState<Draft>();
  const kind = kinds.find((each) => each.kind === draft?.kind);
  const [isWrong, setWrong] = useState(false);
  const sending = useTrying<FirstPerson, WhoAmI>(async (first): Promise<Answered<WhoAmI>> => {
    const office = wishOf(draft as Draft, first.shownAs, language); // this step comes after the others
    const answer = await api.call('POST /set-up', { secret, ...first, language, office });
    if (answer.problem?.code === 'holidays_unknown') setStep('office');
    if (answer.problem?.code === 'role_unknown') setStep('people');
    return answer;
  }, useCameByLink());
  const back = (to: Step) => (
    <button type="button" onClick={() => setStep(to)}>
      {t.setUp.back}
    </button>
  );
  return (
    <Doorway title={t.setUp.steps[step]} wrong={isWrong}>
      <p className="hint">{t.setUp.of(steps.indexOf(step) + 1, steps.length)}</p>
      {step !== 'owner' && sending.problem && (
        <ProblemNotice problem={sending.problem} busy={false} again={() => sending.forget()} />
      )}
      {(step === 'kind' || !draft || !kind) && (
        <ul className="kinds">
          {kinds.map((each) => (
            <li key={each.kind}>
              <button
                type="button"
                className="wide"
                aria-pressed={draft?.kind === each.kind}
                onClick={() => {
                  setDraft(draft?.kind === each.kind ? draft : draftOf(each, draft));
                  setStep('office');
                }}
              >
                {each.title[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {step === 'office' && draft && kind && (
        <OfficeStep draft={draft} change={setDraft} next={() => setStep('people')} back={back('kind')} />
      )}
      {step === 'people' && draft && kind && (
        <PeopleStep draft={draft} kind={kind} change={setDraft} next={() => setStep('owner')} back={back('office')} />
      )}
      {step === 'owner' && draft && kind && (
        <>
          <OwnerAccount sending={sending} submit={t.setUp.finish} wrong={setWrong} />
          <div className="buttons">{back('people')}</div>
        </>
      )}
    </Doorway>
  );
}
