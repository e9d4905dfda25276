interface Load {
  readonly people: number;
  readonly seconds: number;
  /** Each of the people has cases of their own. */
  readonly cases: readonly string[];
  /** One command; throws when it is refused. */
  command(caseId: string | undefined, turn: number): Promise<void>;
}

/** Commands a second, by so many people at once, each as soon as the one before is done. */
export async function commandsASecond({ people, seconds, cases, command }: Load): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let count = 0;
  const work = async (person: number) => {
    const own = cases.filter((_, index) => index % people === person);
    for (let turn = 0; performance.now() < end; turn++) {
      await command(own[turn % own.length], turn);
      count++;
    }
  };
  await Promise.all(Array.from({ length: people }, (_, person) => work(person)));
  return count / ((performance.now() - start) / 1_000);
}
