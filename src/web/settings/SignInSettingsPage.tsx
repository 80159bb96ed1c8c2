import { PasskeysSection } from './PasskeysSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { SignInAgain } from './SignInAgain.tsx';

/** How you sign in, and where you are signed in. */
export function SignInSettingsPage() {
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <SignInAgain />
      <PasskeysSection />
      <PasswordSection />
      <SessionsSection />
    </div>
  );
}
