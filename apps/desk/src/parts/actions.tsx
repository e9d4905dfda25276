import { useState } from 'react';
import { type Accepted, type Action, api } from '../api.ts';
import { type CommandName, commands, isCommandName } from '../commands.ts';
import { useWords } from '../language.ts';
import { WhoMay } from '../people/who-may.tsx';
import { type Sending, useSending } from '../sending.ts';
import { CommandDialog, type Labels, type Typed, type Wanted } from './command-dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface ActionsProps {
  readonly visit: string;
  /** As the API offers them; nothing while an answer is ahead of what was last loaded. */
  readonly actions: readonly Action[] | undefined;
  /** For what this house keeps visits back, and for what it keeps this one. */
  readonly labels: Labels;
  readonly done: (command: CommandName, answer: Accepted) => void;
}

/** What can be done with a visit now: buttons, and a form for the commands that take something. */
export function Actions({ visit, actions, labels, done }: ActionsProps) {
  const [open, setOpen] = useState<CommandName>();
  const [drafts, setDrafts] = useState<Partial<Record<CommandName, Typed>>>({});
  const [last, setLast] = useState<Wanted>();
  const sending = useSending<Wanted, Accepted>(
    (wanted, request) => {
      setLast(wanted);
      return send(visit, wanted, request);
    },
    (answer, { command }) => {
      setOpen(undefined);
      setDrafts({});
      done(command, answer);
    },
  );

  const ask = (command: CommandName) => {
    sending.forget();
    if (commands[command].fields.length > 0) setOpen(command);
    else sending.submit({ command, typed: {} });
  };
  const problem = open === undefined ? sending.problem : undefined;
  return (
    <>
      {problem && last && <ProblemNotice problem={problem} busy={sending.busy} again={() => sending.submit(last)} />}
      {actions && <Buttons actions={actions} busy={sending.busy} ask={ask} />}
      {open !== undefined && (
        <CommandDialog
          command={open}
          typed={drafts[open] ?? {}}
          labels={labels}
          type={(typed) => setDrafts({ ...drafts, [open]: typed })}
          sending={sending satisfies Sending<Wanted>}
          close={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

interface ButtonsProps {
  readonly actions: readonly Action[];
  readonly busy: boolean;
  readonly ask: (command: CommandName) => void;
}

/** What the state does not allow is not shown; what this person may not do is shown with the reason, and stays off. */
function Buttons({ actions, busy, ask }: ButtonsProps) {
  const t = useWords();
  const offered = actions.filter(({ refusal }) => refusal?.code !== 'not_now');
  const nothingToDo = offered.every(({ allowed }) => !allowed) && <p className="nobody">{t.visit.noActions}</p>;
  if (offered.length === 0) return nothingToDo;
  return (
    <>
      {nothingToDo}
      <ul className="actions">
        {offered.map(({ command, allowed, refusal }) => {
          if (!isCommandName(command)) return null;
          const why = refusal?.sentence && `why-not-${command}`;
          return (
            <li key={command}>
              <button
                type="button"
                className={commands[command].tone}
                // Not `disabled`: a button that cannot take the focus cannot say why it is off.
                aria-disabled={!allowed || busy}
                aria-describedby={why || undefined}
                onClick={() => allowed && ask(command)}
              >
                {t.visits.commands[command]}
              </button>
              {why && (
                <p id={why} className="hint">
                  {refusal.sentence}
                </p>
              )}
              {refusal?.code === 'not_permitted' && <WhoMay capability={String(refusal.figures.needs)} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function send(visit: string, { command, typed }: Wanted, request: string) {
  const given = Object.entries(typed).filter(([, text]) => text?.trim());
  const label = command === 'keepBack' && { label: typed.label || null }; // nothing chosen: open to all
  // The table pairs each route with its own fields; the compiler cannot follow the pair through `command`.
  const input = { visit, ...Object.fromEntries(given), ...label } as {
    visit: string;
    reason: string;
    host: string;
    label: string | null;
  };
  return api.call(commands[command].route, input, { request });
}
