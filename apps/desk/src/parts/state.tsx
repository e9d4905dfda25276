import type { VisitState } from '@front-office/visits';
import {
  BellRing,
  CalendarCheck,
  CalendarClock,
  CalendarX,
  DoorOpen,
  Eraser,
  History,
  Hourglass,
  type LucideIcon,
  MessagesSquare,
  PhoneMissed,
  ShieldAlert,
  UserX,
} from 'lucide-react';
import { useWords } from '../language.ts';

type Tone = 'quiet' | 'accent' | 'ok' | 'warn' | 'bad' | 'urgent';

/** A state or a mark is always an icon, a word and a colour. */
function Tag({ icon: Icon, word, tone }: { readonly icon: LucideIcon; readonly word: string; readonly tone: Tone }) {
  return (
    <span className={`tag tag-${tone}`}>
      <Icon size={16} aria-hidden="true" />
      {word}
    </span>
  );
}

const states: Readonly<Record<VisitState, readonly [LucideIcon, Tone]>> = {
  expected: [CalendarClock, 'quiet'],
  waiting: [Hourglass, 'accent'],
  withHost: [MessagesSquare, 'ok'],
  left: [DoorOpen, 'quiet'],
  noShow: [CalendarX, 'quiet'],
  turnedAway: [UserX, 'quiet'],
  erased: [Eraser, 'quiet'],
};

export function State({ state }: { readonly state: VisitState }) {
  const [icon, tone] = states[state];
  return <Tag icon={icon} tone={tone} word={useWords().visits.states[state]} />;
}

const marks = {
  barred: [ShieldAlert, 'bad'],
  hostSilent: [PhoneMissed, 'urgent'],
  reminded: [BellRing, 'warn'],
  announced: [CalendarCheck, 'quiet'],
  forgotten: [History, 'warn'],
} as const;
export type MarkName = keyof typeof marks;

export function Mark({ mark }: { readonly mark: MarkName }) {
  const [icon, tone] = marks[mark];
  return <Tag icon={icon} tone={tone} word={useWords().today.marks[mark]} />;
}
