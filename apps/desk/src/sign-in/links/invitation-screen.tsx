import { useCallback, useState } from 'react';
import { api, doorApi, type WhoAmI } from '../../api.ts';
import { language, useWords } from '../../language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTrying } from '../../sending.ts';
import { useAsked } from '../asked.ts';
import { Doorway } from '../doorway.tsx';
import { EntryForm } from '../entry-form.tsx';
import { passwordRefusals } from '../password-refusals.ts';
import { SecondProof } from '../second-proof.tsx';
import { useCameByLink } from './came-by-link.ts';
import { LinkPage, NoLink } from './link-page.tsx';

/** Accepts an invitation: with a new sign-in or one's own, which the page does not know beforehand. */
export const InvitationScreen = () => <LinkPage>{(secret) => <Invitation key={secret} secret={secret} />}</LinkPage>;

function Invitation({ secret }: { readonly secret: string }) {
  const t = useWords().signIn;
  const { data, problem, again } = useAsked(
    useCallback((signal: AbortSignal) => doorApi.call('POST /invitations/look', { secret }, { signal }), [secret]),
  );
  if (problem?.code === 'link_over') return <NoLink title={t.links.invitation} text={problem.detail} />;
  if (problem)
    return (
      <Doorway title={t.links.invitation} wrong>
        <ProblemNotice problem={problem} busy={false} again={again} />
      </Doorway>
    );
  return data ? <Accept secret={secret} name={data.name} isHere={data.needs === 'nothing'} /> : null;
}

interface AcceptProps {
  readonly secret: string;
  readonly name: string;
  /** Whether whoever is invited is signed in here already. */
  readonly isHere: boolean;
}

function Accept({ secret, name, isHere }: AcceptProps) {
  const t = useWords().signIn;
  const cameByLink = useCameByLink();
  const [isWrong, setWrong] = useState(false);
  const [second, setSecond] = useState<WhoAmI>();
  const asMyself = useTrying<void, WhoAmI>(
    () => api.call('POST /invitations/accept', { secret, shownAs: name, language: language() }),
    cameByLink,
  );
  const byPassword = useTrying<Readonly<Record<'name' | 'shownAs' | 'password', string>>, WhoAmI>(
    ({ shownAs, password }) =>
      api.call('POST /invitations/accept', { secret, shownAs, password, language: language() }),
    // The invitation waits until all is proven.
    (who) => (who.owes === 'second' ? setSecond(who) : cameByLink(who)),
  );

  if (second && !asMyself.problem)
    return (
      <Doorway title={t.second.title} wrong={isWrong}>
        <SecondProof
          shownAs={second.shownAs}
          entered={() => asMyself.submit()}
          cancel={() => setSecond(undefined)}
          wrong={setWrong}
        />
      </Doorway>
    );
  if (isHere || asMyself.problem)
    return (
      <Doorway title={t.links.invitation} wrong={asMyself.problem !== undefined}>
        <p className="lead">{t.links.invitationHere(name)}</p>
        {asMyself.problem && (
          <ProblemNotice problem={asMyself.problem} busy={asMyself.busy} again={() => asMyself.submit()} />
        )}
        <button type="button" className="main wide" aria-disabled={asMyself.busy} onClick={() => asMyself.submit()}>
          {asMyself.busy ? t.busy : t.links.accept}
        </button>
      </Doorway>
    );
  return (
    <Doorway title={t.links.invitation} wrong={isWrong}>
      <p className="lead">{t.links.invitationHelp(name)}</p>
      <EntryForm
        id="invitation"
        labelledBy="heading"
        entries={[
          { name: 'name', kind: 'name', label: t.fields.name, hint: t.hints.invitedName, fixed: name },
          {
            name: 'shownAs',
            kind: 'person',
            label: t.fields.shownAs,
            hint: t.hints.shownAs,
            missing: t.missing.shownAs,
          },
          {
            name: 'password',
            kind: 'newPassword',
            label: t.fields.password,
            hint: t.hints.newPassword,
            missing: t.missing.password,
          },
        ]}
        sending={byPassword}
        submit={t.links.accept}
        about={passwordRefusals}
        wrong={setWrong}
      />
    </Doorway>
  );
}
