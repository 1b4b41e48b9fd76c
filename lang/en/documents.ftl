document-page = Page { $page } of { $pages }
document-notes = Sources
