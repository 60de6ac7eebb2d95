"""The script that Streamlit runs where clausecheck is installed; `app.py` of the repository is its twin."""

if __name__ == "__main__":  # a process that reads a file may import this script again, and must not draw pages
    from clausecheck.dashboard.shell import show_dashboard

    show_dashboard()
