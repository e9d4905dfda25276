import type { Kernel } from '@front-office/kernel';
import type { SignIn } from '@front-office/sign-in';

/** What an office's routes know of sign-in: `createOffice` puts it among the ports of the kernel. */
export interface SignInPort {
  readonly signIn: SignIn;
}

// Routes that need it are mounted only where there is one: see `createOffice`.
export const signInOf = ({ ports }: Pick<Kernel, 'ports'>): SignIn => (ports as SignInPort).signIn;
