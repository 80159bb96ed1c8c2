import './styleNonce.ts';
import './app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api.ts';
import { router } from './routes.tsx';
import { Toasts } from './ui/Toasts.tsx';

const app = (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Tooltip.Provider delayDuration={300}>
        <RouterProvider router={router} />
        <Toasts className="fixed bottom-4 z-[60]" />
      </Tooltip.Provider>
    </QueryClientProvider>
  </StrictMode>
);

// Until it is known what to show, the outline that came with the page stays. Pages import from this module, so it must
// not wait for them itself.
void router.load().then(() => createRoot(document.getElementById('app')!).render(app));
