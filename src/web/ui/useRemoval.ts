import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say, sayError } from './Toasts.tsx';

interface RemovalOptions {
  /** Asks the server. */
  ask(id: string): Promise<unknown>;
  /** What is said when it is gone. */
  said: string;
  /** The queries that told of it. */
  queryKey: readonly unknown[];
  onRemoved(): void;
}

/** Removes something for good, says so, and leaves where it was shown. */
export function useRemoval({ ask, said, queryKey, onRemoved }: RemovalOptions) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: async () => {
      say(said);
      await queryClient.invalidateQueries({ queryKey });
      onRemoved();
    },
    onError: sayError,
  });
}
