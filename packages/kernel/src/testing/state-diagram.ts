import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** A machine as a Mermaid state diagram, for its README: commands as arrows, timers with a clock. */
export function stateDiagram(machine: AnyStateMachine): string {
  const states = Object.values(machine.root.states);
  const first = String(machine.root.initial.target[0]?.key);
  const lines = [`[*] --> ${first}`, ...states.flatMap(arrows), ...states.flatMap(ending)];
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`)].join('\n');
}

function arrows(state: AnyStateNode): string[] {
  const always = (state.always ?? []).map((branch) => arrow(state, branch.target?.[0], guardOf(branch.guard)));
  const named = [...state.transitions.values()]
    .flat()
    .map((to) => arrow(state, to.target?.[0], eventName(to.eventType)));
  return [...always, ...named];
}

const arrow = (from: AnyStateNode, to: AnyStateNode | undefined, label: string) =>
  `${from.key} --> ${(to ?? from).key}${label === '' ? '' : ` : ${label}`}`;

const ending = (state: AnyStateNode) => (state.type === 'final' ? [`${state.key} --> [*]`] : []);

const guardOf = (guard: unknown) => (typeof guard === 'string' ? `[${guard}]` : '');

/** `xstate.after.closingTime.visit.waiting` is the timer `closingTime`. */
const eventName = (event: string) => event.replace(/^xstate\.after\.([^.]+)\..*$/, '⏱ $1');
