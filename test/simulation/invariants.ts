import { asSaid, type CaseRow, replay, sameJson, type Timer, upgraded } from '../../packages/kernel/src/index.ts';
import type { CaseRead } from './book.ts';
import { definitionOf } from './office/office.ts';
import { asToday } from './office/ticket.ts';
import { Violation } from './violation.ts';

/** What must hold of a case after every step, whatever went wrong before. */
export function judgeCase(read: CaseRead, latestMs: number): void {
  const { log, row, id, office } = read;
  for (const [index, { version, office: of }] of log.entries()) {
    if (version !== index + 1)
      throw new Violation('versions without gaps', `${id}: version ${version} in place ${index + 1}`);
    if (of !== office) throw new Violation('no row of another office', `${id}: ${of} in ${office}`);
  }
  if (read.erased) {
    judgeErased(read);
    return;
  }
  if (row === undefined) throw new Violation('whole or absent', `${id} has a log, and is not there`);
  if (row.office !== office || row.version !== log.length)
    throw new Violation('the log comes to the case', `${id}: version ${row.version} after ${log.length} rows`);
  judgeReplay(read, row);
  judgeTimers(row);
  judgeFirings(read, latestMs);
}

/** Of an erased case the log remains, without anything personal and without salt; the row that erases comes last. */
function judgeErased({ id, log, row }: CaseRead): void {
  if (row) throw new Violation('erased is gone', `${id} is still there`);
  const before = log.slice(0, -1);
  if (before.some(({ salt, personal }) => salt !== null || Object.keys(personal).length > 0))
    throw new Violation('erased is gone', `${id}: its log kept salt or personal fields`);
  if (/secret/.test(JSON.stringify(log))) throw new Violation('erased is gone', `${id}: its log still tells a secret`);
}

function judgeReplay({ id, log, workflow }: CaseRead, stored: CaseRow): void {
  const definition = definitionOf(2, workflow);
  const { before } = replay(definition, log.map(asSaid).map(asToday));
  const row = upgraded(definition, stored);
  const now = { state: row.state, context: row.snapshot.context, value: row.snapshot.value, timers: row.timers };
  const { context, value } = before.snapshot;
  const replayed = { state: before.state, context, value, timers: before.timers };
  if (!sameJson(withoutNothing(now), withoutNothing(replayed)))
    throw new Violation(
      'the log comes to the case',
      `${id} is ${JSON.stringify(now)}, its log comes to ${JSON.stringify(replayed)}`,
    );
}

/** A record has no value of a machine. */
const withoutNothing = (value: object): unknown => JSON.parse(JSON.stringify(value));

/** Timers are of states in which the case is, and a finished case has none. */
function judgeTimers({ id, state, timers, snapshot, workflow }: CaseRow): void {
  for (const timer of Object.keys(timers)) {
    if (snapshot.status !== 'active') throw new Violation('no timer on a finished case', `${id}: ${timer}`);
    const path = timer.split(`.${workflow}.`)[1] ?? '';
    if (state !== path && !state.startsWith(`${path}.`))
      throw new Violation('leaving a state cancels its timers', `${id} is ${state} and has ${timer}`);
  }
}

/** The last row, when it is a timer's, was set by the version that its request names, and was due. */
function judgeFirings({ id, log, workflow }: CaseRead, latestMs: number): void {
  const last = log.at(-1);
  if (last === undefined || !last.request.startsWith('timer:')) return;
  const { before } = replay(definitionOf(2, workflow), log.slice(0, -1).map(asSaid).map(asToday));
  const timer: Timer | undefined = before.timers[asToday(asSaid(last)).command];
  const [, , token] = last.request.split(':');
  if (timer === undefined || String(timer.token) !== token)
    throw new Violation(
      'a stale timer does nothing',
      `${id}: ${last.request} fired, the timer was of version ${timer?.token}`,
    );
  if (Date.parse(timer.due) > latestMs)
    throw new Violation('a timer fires when it is due', `${id}: ${last.request} was too early`);
}
