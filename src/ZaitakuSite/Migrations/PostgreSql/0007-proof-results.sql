CREATE TABLE "ProofResult" (
    "ContentItemId" character varying(26) NOT NULL,
    "Title" character varying(400) NOT NULL,
    "Errors" integer NOT NULL,
    "Advice" integer NOT NULL,
    "CheckedUtc" character varying(28) NOT NULL,
    "Audience" integer NOT NULL,
    CONSTRAINT "PK_ProofResult" PRIMARY KEY ("ContentItemId")
);
