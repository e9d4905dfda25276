// biome-ignore-all lint/a11y/noRedundantRoles: a table that CSS stacks on a narrow screen loses the roles that are not written out
import { Link } from 'wouter';
import type { Line } from '../api.ts';
import { type Group, momentOf } from '../arrangement.ts';
import { useLanguage, words } from '../language.ts';
import { nameOf } from '../names.ts';
import { minutesSince, timeSeen } from '../times.ts';
import { Mark, type MarkName, State } from './state.tsx';

/** Id of a line's link, to come back to it. */
export const linkId = (visit: string): string => `visit-${visit}`;

interface VisitorTableProps {
  readonly group: Group;
  readonly lines: readonly Line[];
  /** The server's clock, in milliseconds. */
  readonly now: number;
  readonly zone: string;
}

/** One group of today's list. */
export function VisitorTable({ group, lines, now, zone }: VisitorTableProps) {
  const t = words[useLanguage()];
  const id = `group-${group}`;
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>
        {t.today.groups[group]} <span className="count">{lines.length}</span>
      </h2>
      {lines.length === 0 ? (
        <p className="nobody">{t.today.nobodyIn[group]}</p>
      ) : (
        <table role="table" aria-labelledby={id}>
          <Columns />
          <tbody role="rowgroup">
            {lines.map((line) => (
              <Row key={line.visit} line={line} now={now} zone={zone} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const columns = ['time', 'visitor', 'company', 'host', 'state', 'marks'] as const;

function Columns() {
  const { today } = words[useLanguage()];
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column} className={`col-${column}`} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {today.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

function Row({ line, now, zone }: { readonly line: Line; readonly now: number; readonly zone: string }) {
  const language = useLanguage();
  const t = words[language];
  const marks = marksOf(line);
  const waiting = line.state === 'waiting' && line.arrivedAt ? minutesSince(line.arrivedAt, now) : undefined;
  return (
    <tr role="row" className={marks.includes('hostSilent') ? 'urgent' : undefined}>
      <td role="cell" className="time">
        {timeSeen(momentOf(line), now, zone, language)}
      </td>
      <td role="cell" className="visitor">
        <Link className="visitor-link" id={linkId(line.visit)} href={`/visits/${line.visit}`}>
          {nameOf(line.visitor)}
        </Link>
      </td>
      <td role="cell" className="company">
        {line.company}
      </td>
      <td role="cell" className="host">
        {line.hostName}
      </td>
      <td role="cell" className="state">
        <State state={line.state} />
        {waiting !== undefined && <span className="since"> {t.today.waitingFor(waiting)}</span>}
      </td>
      <td role="cell" className="marks">
        {marks.map((mark) => (
          <Mark key={mark} mark={mark} />
        ))}
      </td>
    </tr>
  );
}

const marksOf = (line: Line): MarkName[] => [
  ...(line.nameIsBarred ? (['barred'] as const) : []),
  ...(line.state === 'waiting' && line.deskTold ? (['hostSilent'] as const) : []),
  ...(line.state === 'waiting' && line.hostReminded && !line.deskTold ? (['reminded'] as const) : []),
  ...(line.forgotten ? (['forgotten'] as const) : []),
  ...(line.announced && line.state !== 'expected' ? (['announced'] as const) : []),
];
