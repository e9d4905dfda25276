import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { mayPass, type Problem } from '../api.ts';
import { useWords } from '../language.ts';

interface ProblemNoticeProps {
  readonly problem: Pick<Problem, 'code' | 'status' | 'detail'>;
  readonly busy: boolean;
  readonly again: () => void;
}

/** Why something came to nothing, in the server's own sentence. It takes the focus, which reads it out. */
export function ProblemNotice({ problem, busy, again }: ProblemNoticeProps) {
  const t = useWords();
  const notice = useRef<HTMLDivElement>(null);
  // The same sentence a second time is news too.
  useEffect(() => notice.current?.focus(), [problem]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and this one comes and goes
    <div className="notice notice-bad" role="group" aria-labelledby="problem-title" tabIndex={-1} ref={notice}>
      <TriangleAlert size={20} aria-hidden="true" />
      <div>
        <p id="problem-title" className="notice-title">
          {t.problem.title}
        </p>
        <p>{problem.detail}</p>
        {mayPass(problem) && (
          <button type="button" aria-disabled={busy} onClick={again}>
            {busy ? t.command.sending : t.problem.again}
          </button>
        )}
      </div>
    </div>
  );
}
