import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../language.ts';
import { Doorway } from '../doorway.tsx';
import { useLinkSecret } from './link-secret.ts';

/** The page of a link, once its secret is there. */
export function LinkPage({ children }: { readonly children: (secret: string) => ReactNode }) {
  const t = useWords().signIn.links;
  const secret = useLinkSecret();
  return secret === undefined ? <NoLink title={t.noSecret} text={t.noSecretHelp} /> : children(secret);
}

/** Instead of the page, when the link opens nothing. */
export function NoLink({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useWords().signIn.links;
  return (
    <Doorway title={title} wrong>
      <p className="lead" role="alert">
        {text}
      </p>
      <p className="lead">
        <Link href="/">{t.toSignIn}</Link>
      </p>
    </Doorway>
  );
}
