"""The dashboard: the pages on which a contract's review is read. Only this folder and app.py know Streamlit."""
