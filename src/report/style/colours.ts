/** Two themes of one restrained palette; every text has a contrast of at least 4.5 to its ground in both. */
export const COLOURS = `
:root {
  color-scheme: light dark;
  --ground: #f6f5f1; --surface: #ffffff; --ink: #1b2528; --muted: #556065; --line: #e2e1db; --axis: #9aa3a6;
  --link: #0d5c63; --own: #0d5c63; --peers: #8a7a5c; --shade: rgba(13, 92, 99, 0.1); --focus: #b34700;
  --good: #17603a; --good-ground: #e2f2e8; --part: #7a5200; --part-ground: #fbf0d6; --still: #3f5166; --still-ground: #e8edf2;
  --bad: #9b2c1f; --bad-ground: #fae7e3; --open: #4d4a78; --open-ground: #ecebf6; --none: #57595b; --none-ground: #eeeeec;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12181a; --surface: #1a2225; --ink: #e6eaea; --muted: #a3afb3; --line: #2e393d; --axis: #66747a;
    --link: #7fd0d4; --own: #6cc5ca; --peers: #c0ad86; --shade: rgba(108, 197, 202, 0.14); --focus: #ffb36b;
    --good: #8bdcaf; --good-ground: #15331f; --part: #f0c56c; --part-ground: #3a2d0e; --still: #b7c7db; --still-ground: #253140;
    --bad: #ffa698; --bad-ground: #431d17; --open: #c3c0f0; --open-ground: #2b2a48; --none: #bcc2c4; --none-ground: #2b3235;
  }
}
.on-track { --tone: var(--good); --tone-ground: var(--good-ground); }
.partly-met { --tone: var(--part); --tone-ground: var(--part-ground); }
.stable { --tone: var(--still); --tone-ground: var(--still-ground); }
.off-track { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.ambition-not-set { --tone: var(--open); --tone-ground: var(--open-ground); }
.not-measured, .insufficient, .break { --tone: var(--none); --tone-ground: var(--none-ground); }
`;
