"""The pipeline that tutorials build, of LangChain's own parts: what everyone knows, to hold ours against."""
