CREATE TABLE "SearchFile" (
    "Path" character varying(400) NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Text" text NOT NULL,
    CONSTRAINT "PK_SearchFile" PRIMARY KEY ("Path")
);


-- With the generation in it: SQLite else walks the index of a whole generation to find the few sections of one page.
DROP INDEX "IX_SearchDocument_Owner";

CREATE INDEX "IX_SearchDocument_Owner_Generation" ON "SearchDocument" ("Owner", "Generation");
