import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  /** Stands beside the heading. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** One way to sign in, or what follows from it. */
export const Section = ({ id, title, help, beside, children }: SectionProps) => (
  <section className="account" aria-labelledby={id}>
    <div className="page-head">
      <h2 id={id}>{title}</h2>
      {beside}
    </div>
    <p className="hint">{help}</p>
    {children}
  </section>
);

/** What every section is told. */
export interface SectionTold {
  /** Says what is done now. */
  readonly say: (text: string) => void;
}
