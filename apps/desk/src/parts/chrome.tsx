import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useWords } from '../language.ts';
import { LanguageSwitch } from './language-switch.tsx';

interface ChromeProps {
  readonly office: string | undefined;
  /** How much is stuck; the way there is shown only when something is. */
  readonly stuck: number;
  /** What this person looks after, beside the visitors. */
  readonly may: Readonly<Record<'people' | 'devices' | 'programs', boolean>>;
  /** Who is at the desk, with what concerns their own sign-in; nothing where the server knows no sign-in. */
  readonly person?: ReactNode;
  readonly children: ReactNode;
}

/** The frame around every screen: the way past it, the areas, whose desk it is, the language. */
export function Chrome({ office, stuck, may, person, children }: ChromeProps) {
  const t = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {t.chrome.skip}
      </a>
      <header className="chrome">
        <p className="chrome-whose">
          <strong>{office ?? t.chrome.product}</strong>
          {!person && <span>{t.chrome.whose}</span>}
        </p>
        <nav aria-label={t.chrome.navigation}>
          <Area href="/">{t.today.link}</Area>
          <Area href="/announce">{t.announce.link}</Area>
          {may.people && <Area href="/people">{t.people.link}</Area>}
          {may.devices && <Area href="/devices">{t.devicesPage.link}</Area>}
          {may.programs && <Area href="/programs">{t.programs.link}</Area>}
          {stuck > 0 && (
            <Area href="/stuck">
              <TriangleAlert size={16} aria-hidden="true" />
              <span>
                {t.stuck.link} <span className="badge">{stuck}</span>
              </span>
            </Area>
          )}
        </nav>
        {person}
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Area({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const [isHere] = useRoute(href);
  return (
    <Link className="area" href={href} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}
