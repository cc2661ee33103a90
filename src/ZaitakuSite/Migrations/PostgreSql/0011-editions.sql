CREATE TABLE "BookEdition" (
    "BookId" character varying(26) NOT NULL,
    "Number" integer NOT NULL,
    "Name" character varying(60) NOT NULL,
    "Note" character varying(2000) NOT NULL,
    "Day" date NOT NULL,
    "ClosedUtc" character varying(28) NOT NULL,
    "ReopenedUtc" character varying(28),
    CONSTRAINT "PK_BookEdition" PRIMARY KEY ("BookId", "Number")
);

CREATE TABLE "EditionText" (
    "BookId" character varying(26) NOT NULL,
    "Number" integer NOT NULL,
    "ContentItemId" character varying(26) NOT NULL,
    "ContentItemVersionId" character varying(26) NOT NULL,
    "Order" integer NOT NULL,
    "Title" text NOT NULL,
    "Culture" character varying(16) NOT NULL,
    CONSTRAINT "PK_EditionText" PRIMARY KEY ("BookId", "Number", "ContentItemId")
);

CREATE INDEX "IX_EditionText_ContentItemVersionId" ON "EditionText" ("ContentItemVersionId");
