import { type Outcome, play, STEPS } from './run.ts';

/** How far a simulation has come. */
export interface Progress {
  readonly seeds: number;
  readonly steps: number;
  /** Rows in the log of all runs. */
  readonly rows: number;
}

/** Plays one seed after the other until so many steps are done, or one of them breaks an invariant. */
export async function simulate(
  { from, steps }: { readonly from: number; readonly steps: number },
  tell: (progress: Progress) => void = () => {},
): Promise<Progress & { readonly failed: Outcome | undefined }> {
  let progress: Progress = { seeds: 0, steps: 0, rows: 0 };
  let failed: Outcome | undefined;
  while (progress.steps < steps && !failed) {
    const outcome = await play({ seed: from + progress.seeds, steps: STEPS, off: [] });
    if (outcome.violation) failed = outcome;
    progress = { seeds: progress.seeds + 1, steps: progress.steps + outcome.steps, rows: progress.rows + outcome.rows };
    tell(progress);
  }
  return { ...progress, failed };
}
