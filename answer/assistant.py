"""Question -> Answer: the one entry point for the chat, the terminal and the evaluation.

Interface (first form; the pieces behind it are being built):

    assistant = Assistant.load(Settings(...))
    answer = assistant.ask("余姚2025年研发强度目标是多少？", history=["…earlier user turns…"], today=date(2026, 11, 20), mode="offline")
    for piece in assistant.stream(...): ...     # yields growing Answer objects; the last one is final
    assistant.document_text(doc_id) -> str; assistant.documents -> tuple[DocumentInfo, ...]
"""
