    assert list(analysed.terms["водосберегающий"]) == [1]
    assert list(analysed.terms["технология"]) == [3]
    assert "1015" not in analysed.terms
    assert "словодело" not in analysed.terms
