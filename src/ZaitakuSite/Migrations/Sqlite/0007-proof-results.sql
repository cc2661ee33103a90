CREATE TABLE "ProofResult" (
    "ContentItemId" TEXT NOT NULL CONSTRAINT "PK_ProofResult" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Errors" INTEGER NOT NULL,
    "Advice" INTEGER NOT NULL,
    "CheckedUtc" TEXT NOT NULL,
    "Audience" INTEGER NOT NULL
);
