/** Stands in the header of every database of this program: `NPUL` in ASCII. */
export const APPLICATION_ID = 0x4e50554c;
