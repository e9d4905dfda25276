import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { choose, languages, useLanguage, words } from '../language.ts';

/** The frame around every screen: the way past it, the areas, whose desk it is, the language. */
export function Chrome({ office, children }: { readonly office: string | undefined; readonly children: ReactNode }) {
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
