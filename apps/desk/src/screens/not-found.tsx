import { Link } from 'wouter';
import { useWords } from '../language.ts';
import { Page } from '../parts/page.tsx';

export function NotFoundScreen() {
  const t = useWords();
  return (
    <Page title={t.chrome.notFound}>
      <p>{t.chrome.notFoundHelp}</p>
      <p>
        <Link href="/">{t.visit.back}</Link>
      </p>
    </Page>
  );
}
