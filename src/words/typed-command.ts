/** A command as it is typed, for a folder of settings where one is named; a path with blanks in quotes. */
export function typedCommand(command: string, folder: string | null): string {
  if (folder === null) return `naeringspuls ${command}`;
  const dir = /^[\p{L}\p{N}/._-]+$/u.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
  return `naeringspuls ${command} --config ${dir}`;
}
