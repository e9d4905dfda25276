import * as z from 'zod';

/** A named permission, `group.verb`: `visits.receive`. A role is a named set of them. */
export type Capability = `${string}.${string}`;

/** Who did it, as the log keeps it: a staff member, a paired device, a service account, or the system itself (a timer, a seed). */
export const ActorRef = z.strictObject({
  kind: z.enum(['staff', 'device', 'service', 'system']),
  id: z.string().min(1).max(100),
});
export type ActorRef = z.output<typeof ActorRef>;

/** Who asks now, with everything this person or device may do in this office. */
export interface Actor extends ActorRef {
  readonly capabilities: ReadonlySet<string>;
  /** Confidentiality labels whose cases this actor may read; none unless given. What has no label needs none. */
  readonly labels?: ReadonlySet<string>;
}

export const actorRef = ({ kind, id }: ActorRef): ActorRef => ({ kind, id });

export const may = (actor: Actor, needs: Capability): boolean => actor.capabilities.has(needs);
