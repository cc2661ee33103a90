CREATE TABLE "SearchFile" (
    "Path" character varying(400) NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Text" text NOT NULL,
    CONSTRAINT "PK_SearchFile" PRIMARY KEY ("Path")
);
