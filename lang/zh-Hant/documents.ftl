document-page = 第 { $page } 頁，共 { $pages } 頁
document-notes = 資料來源
