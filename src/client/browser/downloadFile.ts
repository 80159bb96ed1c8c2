/** Has the browser save what an address of ours answers with, as it comes: nothing of it is held in memory. */
export function downloadFile(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
