import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { choose, languages, useLanguage, words } from '../language.ts';

interface ChromeProps {
  readonly office: string | undefined;
  /** How much is stuck; the way there is shown only when something is. */
  readonly stuck: number;
  readonly children: ReactNode;
}

/** The frame around every screen: the way past it, the areas, whose desk it is, the language. */
export function Chrome({ office, stuck, children }: ChromeProps) {
  const language = useLanguage();
  const t = words[language];
  return (
    <>
      <a className="skip" href="#main">
        {t.chrome.skip}
      </a>
      <header className="chrome">
        <p className="chrome-whose">
          <strong>{office ?? t.chrome.product}</strong>
          <span>{t.chrome.whose}</span>
        </p>
        <nav aria-label={t.chrome.navigation}>
          <Area href="/">{t.today.link}</Area>
          <Area href="/announce">{t.announce.link}</Area>
          {stuck > 0 && (
            <Area href="/stuck">
              <TriangleAlert size={16} aria-hidden="true" />
              <span>
                {t.stuck.link} <span className="badge">{stuck}</span>
              </span>
            </Area>
          )}
        </nav>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and two buttons are none */}
        <div className="chrome-language" role="group" aria-label={t.chrome.language}>
          {languages.map((each) => (
            <button
              key={each}
              type="button"
              className="language"
              lang={each}
              aria-pressed={each === language}
              onClick={() => choose(each)}
            >
              {words[each].name}
            </button>
          ))}
        </div>
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
