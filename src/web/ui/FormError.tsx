/** What is wrong with a form as a whole. */
export function FormError({ text }: { text: string | undefined }) {
  return text ? (
    <p role="alert" className="text-error first-letter:uppercase">
      {text}
    </p>
  ) : null;
}
